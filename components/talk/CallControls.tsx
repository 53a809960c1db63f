import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "../Icon.tsx";
import { CALL_KEYS } from "../keys.ts";

export interface CallControlsProps {
  label: string;
  children: ComponentChildren;
}

/** The controls of every state; what leads on is last and keeps its corner. */
export function CallControls({ label, children }: CallControlsProps) {
  return <section class="call-controls" aria-label={label}>{children}</section>;
}

export interface ToolProps {
  /** Names what is so while the tool is pressed. */
  label: string;
  /** The shorter word under the icon. */
  text: string;
  icon: IconName;
  shortcut: "mute" | "camera";
  pressed: boolean;
  onPress(): void;
}

export function Tool(props: ToolProps) {
  const { printed, named } = CALL_KEYS[props.shortcut];
  return (
    <button
      class="tool"
      type="button"
      aria-pressed={props.pressed ? "true" : "false"}
      aria-keyshortcuts={named}
      onClick={props.onPress}
    >
      <Icon name={props.icon} />
      <span aria-hidden="true">{props.text}</span>
      <span class="visually-hidden">{props.label}</span>
      <kbd aria-hidden="true">{printed[0]}</kbd>
    </button>
  );
}

export interface NextProps {
  text: string;
  /** The one step of this state, the way on, or the way back. */
  tone: "accent" | "go" | "plain";
  disabled?: boolean;
  onPress(): void;
}

const TONES = {
  accent: { look: "btn go accent next", key: undefined },
  go: { look: "btn go next", key: CALL_KEYS.next },
  plain: { look: "btn next", key: CALL_KEYS.stop },
} as const;

/** The same place, size and id in every state. */
export function Next({ text, tone, disabled, onPress }: NextProps) {
  const { look, key } = TONES[tone];
  return (
    <button
      class={look}
      id="next"
      type="button"
      disabled={disabled}
      aria-keyshortcuts={key?.named}
      onClick={onPress}
    >
      {text}
      {tone !== "plain" && <Icon name="arrow" />}
      {key && <kbd aria-hidden="true">{key.printed[0]}</kbd>}
    </button>
  );
}
