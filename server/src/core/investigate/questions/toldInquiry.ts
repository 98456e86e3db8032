import { inquiries } from '../../../generated/questions';
import type { Answer } from './answer';
import type { Elsewhere, InquiryFile, InquiryId } from './inquiry';

/** What schemas/questions says of an inquiry. */
export function toldInquiry(id: InquiryId): InquiryFile {
  return inquiries()[id];
}

/** Where else to look for what the logs do not tell of an inquiry: not in those that are here. */
export function elsewhereOf(id: InquiryId, { missing }: Pick<Answer, 'missing'>): readonly Elsewhere[] {
  return missing ?? toldInquiry(id).missing;
}
