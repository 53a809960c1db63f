interface Line {
  sign: " " | "-" | "+";
  text: string;
}

const RED = 31;
const GREEN = 32;

/** Both texts in one, line by line: `-` is only in the first of them. */
export function diff(actual: string, expected: string): string {
  const lines = compare(actual.split("\n"), expected.split("\n"));
  const header = `    ${paint("[Diff]", 1)} ${paint("Actual", RED)} / ${
    paint("Expected", GREEN)
  }`;
  const body = lines.map(({ sign, text }) => {
    const line = `${sign}   ${text}`;
    return sign === " " ? line : paint(line, sign === "-" ? RED : GREEN);
  });
  return ["", "", header, "", "", ...body, ""].join("\n");
}

function paint(text: string, code: number): string {
  return Deno.noColor ? text : `\x1b[${code}m${text}\x1b[0m`;
}

/** The longest common lines stay; all others belong to one side. */
function compare(left: string[], right: string[]): Line[] {
  const lengths = commonLengths(left, right);
  const lines: Line[] = [];
  let a = 0;
  let b = 0;
  while (a < left.length || b < right.length) {
    if (a < left.length && b < right.length && left[a] === right[b]) {
      lines.push({ sign: " ", text: left[a++] });
      b++;
    } else if (
      b === right.length ||
      (a < left.length && lengths[a + 1][b] >= lengths[a][b + 1])
    ) {
      lines.push({ sign: "-", text: left[a++] });
    } else lines.push({ sign: "+", text: right[b++] });
  }
  return lines;
}

function commonLengths(left: string[], right: string[]): number[][] {
  const table = Array.from(
    { length: left.length + 1 },
    () => new Array<number>(right.length + 1).fill(0),
  );
  for (let a = left.length - 1; a >= 0; a--) {
    for (let b = right.length - 1; b >= 0; b--) {
      table[a][b] = left[a] === right[b]
        ? table[a + 1][b + 1] + 1
        : Math.max(table[a + 1][b], table[a][b + 1]);
    }
  }
  return table;
}
