const FORM = /^A[KS]IA[A-Z0-9]{12,124}$/;

/** Whether a text is the id of an access key, one that stays or one of a session. Source: IAM reference, IDs of access keys. */
export function isAccessKeyId(text: string): boolean {
  return FORM.test(text);
}
