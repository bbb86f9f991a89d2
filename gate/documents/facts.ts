import type { DocumentType } from '#lib/documents/types.ts';
import type { FileType } from '../files/file-type.ts';

/** A type that is not published, by its content. */
export type RefusedType = FileType | 'odt' | 'pptx';

/** What a document may not contain. */
export type ActiveContent = 'script' | 'launch' | 'attachment' | 'media' | 'macro' | 'link' | 'formula' | 'second';

/** What the file of a document contains. */
export type DocumentFacts =
  | {
      readonly kind: 'document';
      readonly type: DocumentType;
      /** Null when the file has none. */
      readonly title: string | null;
      /** BCP 47 tag; null when the file has none. */
      readonly language: string | null;
      /** Null for types without pages. */
      readonly pages: number | null;
      /** Day of the last change, YYYY-MM-DD; null when the file has none. */
      readonly date: string | null;
      /** Whether most pages have text, not pictures of text. */
      readonly hasText: boolean;
      /** Whether headings, lists and tables are marked as such (PDF/UA-1, 7.1). */
      readonly isTagged: boolean;
    }
  /** A type that is not published. */
  | { readonly kind: 'type'; readonly type: RefusedType }
  | { readonly kind: 'active'; readonly what: ActiveContent }
  | { readonly kind: 'broken' | 'encrypted' | 'bomb' | 'encoding' };
