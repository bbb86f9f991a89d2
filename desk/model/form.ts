/** One native control, or several, for a field of a record. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  /** What the field is for, in the language of the editor. */
  readonly help: string;
  readonly required: boolean;
  readonly control: Control;
}

/** How a value is edited. */
export type Control =
  | { readonly kind: 'line' | 'text' | 'date' | 'number' | 'check' | 'lines' | 'mail' | 'web' | 'phone' }
  /** One of some values, or several. */
  | { readonly kind: 'choice' | 'choices'; readonly options: readonly Option[] }
  /** Fields within the field. */
  | { readonly kind: 'group'; readonly fields: readonly FormField[] }
  /** A list of groups. */
  | { readonly kind: 'entries'; readonly fields: readonly FormField[] }
  /** One value in each language. */
  | { readonly kind: 'translated'; readonly each: Control };

export interface Option {
  readonly value: string;
  readonly label: string;
}
