import { NumberedPage, type NumberedPageProps } from "./NumberedPage.tsx";
import { ReferencePage } from "./ReferencePage.tsx";

export interface ReferenceViewProps
  extends Pick<NumberedPageProps, "t" | "locale" | "values" | "errors"> {
  opened: Pick<NumberedPageProps, "numbered" | "data"> | null;
}

/** What a number opened, or the form that asks for one. */
export function ReferenceView({ opened, ...form }: ReferenceViewProps) {
  return opened
    ? <NumberedPage {...form} {...opened} />
    : <ReferencePage {...form} />;
}
