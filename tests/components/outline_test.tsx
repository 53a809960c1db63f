import { assertEquals } from "@std/assert";
import { ErrorSummary } from "../../components/form/ErrorSummary.tsx";
import { Select } from "../../components/form/Select.tsx";
import { TextArea } from "../../components/form/TextArea.tsx";
import { TextField } from "../../components/form/TextField.tsx";
import { change, outline } from "./outline.ts";

Deno.test("a page is said line by line, without its frame and what is hidden", () => {
  assertEquals(
    outline((t) => (
      <>
        <header>[bar]</header>
        <main>
          <h1>
            {t("home.start")} <span aria-hidden="true">[icon]</span>
          </h1>
          <p>
            [text] <a href="/rules">[rules]</a>.
          </p>
          <p>
            <a href="/talk" aria-current="page">[talk]</a>
          </p>
          <p hidden>[hidden]</p>
          <dl>
            <dt>[name]</dt>
            <dd>[value]</dd>
          </dl>
          <ul>
            <li>[item] &lt;b&gt; "q" &amp; more</li>
          </ul>
          <img alt="[picture]" width="1" height="1" />
          <img alt="" width="1" height="1" />
        </main>
      </>
    )),
    [
      "h1 home.start",
      "[text] [rules].",
      "link [rules] to /rules",
      "link [talk] to /talk, current",
      "[name]:",
      "[value]",
      '[item] <b> "q" & more',
      "picture [picture]",
    ],
  );
});

Deno.test("a field is said with its label, what is typed, its state and what describes it", () => {
  assertEquals(
    outline((t) => (
      <form method="post" action="/there">
        <ErrorSummary
          t={t}
          errors={{ name: "[too long]" }}
        />
        <input type="hidden" name="version" value="3" />
        <TextField
          id="name"
          label="[name]"
          hint="[hint]"
          value="Ada"
          required
          error="[too long]"
        />
        <TextArea id="words" label="[words]" rows={2} text="two lines" />
        <Select
          id="about"
          label="[about]"
          empty="[choose]"
          options={[{ value: "a", label: "[a]" }, { value: "b", label: "[b]" }]}
          chosen="b"
        />
        <label>
          <input type="checkbox" name="sure" value="1" checked /> [sure]
        </label>
        <button type="submit" name="act" value="go" disabled>[go]</button>
      </form>
    )),
    [
      "form post /there",
      "alert:",
      "form.errors(1)",
      "link [too long] to #name",
      "sends version=3",
      "input [name] “Ada”, required, autofocus, invalid; [too long]; [hint]",
      "[too long]",
      "[hint]",
      "textarea [words] “two lines”",
      "select [about]",
      "option [choose]",
      "option [a]",
      "option [b], chosen",
      "checkbox [sure] sure=1, checked",
      "button [go] sends act=go, disabled",
    ],
  );
});

Deno.test("tables, groups, menus and what is announced are named", () => {
  assertEquals(
    outline(() => (
      <main>
        <nav aria-label="[menu]">
          <a href="/a">[a]</a>
          <a href="/b" aria-current="page">[b]</a>
        </nav>
        <p role="status">[saved]</p>
        <table>
          <caption>[table]</caption>
          <tr>
            <th>[head]</th>
            <td>
              <a href="/c">[c]</a>
            </td>
          </tr>
        </table>
        <fieldset>
          <legend>[group]</legend>
        </fieldset>
        <div role="group" aria-labelledby="l" aria-describedby="d">
          <b id="l">[other]</b> <i id="d">[why]</i>
        </div>
        <details>
          <summary>[more]</summary>
          <p>[inside]</p>
        </details>
      </main>
    )),
    [
      "menu [menu]: [a], [[b]]",
      "status:",
      "[saved]",
      "table [table]",
      "row [head] | [c]",
      "link [c] to /c",
      "group [group]",
      "group [other]; [why]",
      "[other]",
      "[why]",
      "fold [more]",
      "[inside]",
    ],
  );
});

Deno.test("a change says what went and what came, each as often as it did", () => {
  assertEquals(change(["a", "b", "b"], ["b", "c", "a", "c"]), {
    gone: ["b"],
    here: ["c", "c"],
  });
});
