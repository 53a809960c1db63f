import { Icon } from "../Icon.tsx";

/** Says what is wrong with the input that `aria-describedby` ties to `id`. */
export function FieldError({ id, text }: { id: string; text: string }) {
  return (
    <p class="wrong" id={id}>
      <Icon name="alert" />
      <span>{text}</span>
    </p>
  );
}
