/** Something that stops publishing, said in one sentence for the person at the keyboard. No stack trace is shown. */
export class PublishFault extends Error {
  override name = 'PublishFault';
}
