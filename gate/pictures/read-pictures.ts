import { inspector } from '../files/inspect.ts';
import type { PictureFacts } from './facts.ts';

/** The facts about pictures by their absolute paths, in the same order. */
export const readPictures = inspector<PictureFacts>('gate/pictures/inspect-pictures.ts', { kind: 'broken' });
