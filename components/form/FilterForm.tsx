import { UNTRANSLATED } from "../untranslated.ts";

export interface Filter {
  /** Name in the address. */
  name: string;
  label: string;
  /** The choice that leaves nothing out. */
  any: string;
  options: readonly {
    value: string;
    label: string;
    /** True for a name or a code. */
    untranslated?: boolean;
  }[];
  chosen?: string;
}

export interface FilterFormProps {
  /** The list's own path. */
  action: string;
  filters: readonly Filter[];
  /** A field for words, where the list can be searched. */
  search?: { name: string; label: string; value?: string; key?: string };
  /** A field for one day. */
  day?: { name: string; label: string; value?: string };
  /** What the address says beside, and goes on saying. */
  keeps?: Readonly<Record<string, string>>;
  submit: string;
  /** Leads back to the whole list; offered once something is left out. */
  clear: string;
}

/**
 * Narrows a list by its address: it works without a script, a result can be
 * kept as a bookmark, and a new choice begins at the first page.
 */
export function FilterForm(props: FilterFormProps) {
  const { action, filters, search, day, keeps = {}, submit, clear } = props;
  const narrowed = Boolean(search?.value || day?.value) ||
    filters.some((filter) => filter.chosen);
  return (
    <form class="filters" role="search" method="get" action={action}>
      {filters.map((filter) => <Choice key={filter.name} {...filter} />)}
      {Object.entries(keeps).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {search && <Search {...search} />}
      {day && <Day {...day} />}
      <button class="btn" type="submit">{submit}</button>
      {narrowed && <a href={action}>{clear}</a>}
    </form>
  );
}

function Choice({ name, label, any, options, chosen }: Filter) {
  const id = `filter-${name}`;
  return (
    <>
      <label class="visually-hidden" for={id}>{label}</label>
      <select class="input" id={id} name={name}>
        <option value="">{any}</option>
        {options.map(({ value, label, untranslated }) => (
          <option
            key={value}
            value={value}
            selected={value === chosen}
            {...untranslated ? UNTRANSLATED : {}}
          >
            {label}
          </option>
        ))}
      </select>
    </>
  );
}

function Search(
  { name, label, value, key: shortcut }: NonNullable<
    FilterFormProps["search"]
  >,
) {
  const id = `filter-${name}`;
  return (
    <>
      <label class="visually-hidden" for={id}>{label}</label>
      <input
        class="input"
        id={id}
        name={name}
        type="search"
        placeholder={label}
        value={value}
        aria-keyshortcuts={shortcut}
      />
    </>
  );
}

function Day({ name, label, value }: NonNullable<FilterFormProps["day"]>) {
  const id = `filter-${name}`;
  return (
    <>
      <label class="visually-hidden" for={id}>{label}</label>
      <input class="input" id={id} name={name} type="date" value={value} />
    </>
  );
}
