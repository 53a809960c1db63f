const MARKS = /`([^`]+)`|([\w.]+@[\w.]+\w)|(?<=at )(\/[a-z][a-z/-]*)/;

/**
 * A line of text in which `keys` are drawn as keys, and mail addresses and
 * pages ("at /contact") are links.
 */
export function Prose({ text }: { text: string }) {
  return <>{text.split(new RegExp(MARKS, "g")).map(part)}</>;
}

/** `split` gives text, key, mail address and page in turn, most often absent. */
function part(text: string | undefined, index: number) {
  if (!text) return null;
  if (index % 4 === 1) return <kbd key={index}>{text}</kbd>;
  if (index % 4 === 2) return <MailLink key={index} address={text} />;
  if (index % 4 === 3) return <a key={index} href={text}>{text}</a>;
  return text;
}

export function MailLink({ address }: { address: string }) {
  return <a href={`mailto:${address}`}>{address}</a>;
}
