/** What every screen of the desk gets from the server. */
export interface ScreenProps {
  /** The language of the editor. */
  readonly language: string;
  readonly languages: readonly { readonly code: string; readonly tag: string; readonly name: string }[];
  readonly title: string;
}
