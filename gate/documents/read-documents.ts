import { inspector } from '../files/inspect.ts';
import type { DocumentFacts } from './facts.ts';

/** The facts about documents by their absolute paths, in the same order. */
export const readDocuments = inspector<DocumentFacts>('gate/documents/inspect-documents.ts', { kind: 'broken' });
