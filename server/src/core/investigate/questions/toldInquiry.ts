import { inquiries } from '../../../generated/questions';
import type { InquiryFile, InquiryId } from './inquiry';

/** What schemas/questions says of an inquiry. */
export function toldInquiry(id: InquiryId): InquiryFile {
  return inquiries()[id];
}
