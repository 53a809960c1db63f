/** Calls whose result says whether anything was written. */
const MUST_BE_READ = new Set(["commit", "transact"]);

/** What hands a promise on without reading what it resolves to. */
const PASSES_ON = new Set(["catch", "finally"]);

type Node = Deno.lint.Node;

/** Finds statements that call `commit` or `transact` and read no result. */
export const ignoredResults: Deno.lint.Plugin = {
  name: "millo",
  rules: {
    "ignored-result": {
      create: (context) => ({
        ExpressionStatement(node) {
          const name = calledIn(node.expression);
          if (name === null || !MUST_BE_READ.has(name)) return;
          context.report({ node, message: `the result of ${name} is ignored` });
        },
      }),
    },
  },
};

/** The lines, counted from 1, on which a result is ignored. */
export function linesWithIgnoredResult(path: string, text: string): number[] {
  return Deno.lint.runPlugin(ignoredResults, path, text).map(({ range }) =>
    text.slice(0, range[0]).split("\n").length
  );
}

/** The method at the end of a chain, behind `await`, `void` and `catch`. */
function calledIn(node: Node): string | null {
  if (node.type === "AwaitExpression") return calledIn(node.argument);
  if (node.type === "UnaryExpression") return calledIn(node.argument);
  if (node.type !== "CallExpression") return null;
  const { callee } = node;
  if (callee.type !== "MemberExpression") return null;
  if (callee.property.type !== "Identifier") return null;
  const { name } = callee.property;
  return PASSES_ON.has(name) ? calledIn(callee.object) : name;
}
