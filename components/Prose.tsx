const MARKS = /`([^`]+)`|([\w.]+@[\w.]+\w)/;

/** A line of text in which `keys` are drawn as keys and mail addresses are links. */
export function Prose({ text }: { text: string }) {
  return <>{text.split(new RegExp(MARKS, "g")).map(part)}</>;
}

/** `split` gives plain text, key and address in turn, the last two often absent. */
function part(text: string | undefined, index: number) {
  if (!text) return null;
  if (index % 3 === 1) return <kbd key={index}>{text}</kbd>;
  if (index % 3 === 2) return <MailLink key={index} address={text} />;
  return text;
}

export function MailLink({ address }: { address: string }) {
  return <a href={`mailto:${address}`}>{address}</a>;
}
