/** Stops publishing. Its message is one sentence, shown without a stack trace. */
export class PublishFault extends Error {
  override name = 'PublishFault';
}

/** An error of the file system and what to do about it, in one sentence; null for any other error, which is a bug. */
export function sentenceOf(error: unknown): string | null {
  const { code, path = 'The folder' } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full. Free some space, then build again.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${path} may not be written. Give this user the right to write there, or close the program that has it open, then build again.`;
    case 'EBUSY':
      return `${path} is open in another program. Close it there, then build again.`;
    case 'ENAMETOOLONG':
      return `${path} is too long a name for this disk. Shorten the path of the page or the id of the record, then build again.`;
    case 'EIO':
      return `${path} cannot be written: the disk reports a failure. Build on another disk.`;
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open at once. Raise the limit with ulimit -n 4096, then build again.';
    default:
      return null;
  }
}
