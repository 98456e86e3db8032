import type {
  EventItem,
  FindingLink,
  InquiryAnswer,
  InquiryFinding,
  QuestionNotes,
} from '../../../server/src/wire/protocol';

/** A row of the questions. */
export type InquiryNode =
  /** The logs have changed since, or nothing was asked yet. */
  | { readonly kind: 'again'; readonly words: string }
  /** Ids of mailboxes and groups have no names. */
  | { readonly kind: 'unnamed'; readonly count: number }
  | { readonly kind: 'question'; readonly answer: InquiryAnswer; readonly notes: QuestionNotes }
  /** What somebody has written on it. */
  | { readonly kind: 'conclusion'; readonly answer: InquiryAnswer; readonly text: string }
  | { readonly kind: 'note'; readonly answer: InquiryAnswer; readonly text: string; readonly id: string }
  | { readonly kind: 'finding'; readonly answer: InquiryAnswer; readonly finding: InquiryFinding; readonly at: number }
  /** A step of a finding; the parent is the id of that. */
  | { readonly kind: 'link'; readonly parent: string; readonly link: FindingLink; readonly at: number }
  /** Which record would carry a step. */
  | { readonly kind: 'lookFor'; readonly parent: string; readonly words: string }
  | { readonly kind: 'moreFindings'; readonly answer: InquiryAnswer }
  /** What logs do not tell, and where that stands. */
  | { readonly kind: 'missing'; readonly answer: InquiryAnswer; readonly at: number; readonly words: string }
  | { readonly kind: 'event'; readonly parent: string; readonly item: EventItem }
  | { readonly kind: 'moreEvents'; readonly parent: string; readonly count: number };

export type QuestionNode = Extract<InquiryNode, { readonly kind: 'question' }>;
export type FindingNode = Extract<InquiryNode, { readonly kind: 'finding' }>;
export type ConclusionNode = Extract<InquiryNode, { readonly kind: 'conclusion' }>;
export type NoteNode = Extract<InquiryNode, { readonly kind: 'note' }>;

/** The same for the same row each time. */
export function idOfInquiry(node: InquiryNode): string {
  switch (node.kind) {
    case 'again':
      return 'again';
    case 'unnamed':
      return 'unnamed';
    case 'question':
      return node.answer.id;
    case 'conclusion':
      return `${node.answer.id} conclusion`;
    case 'note':
      return `${node.answer.id} ${node.id}`;
    case 'finding':
      return findingId(node.answer, node.at);
    case 'link':
      return linkId(node.parent, node.at);
    case 'lookFor':
      return `${node.parent} look`;
    case 'moreFindings':
      return `${node.answer.id} more`;
    case 'missing':
      return `${node.answer.id} missing ${node.at}`;
    case 'event':
      return `${node.parent} ${node.item.index} ${node.item.uri}`;
    case 'moreEvents':
      return `${node.parent} more`;
  }
}

export function linkId(parent: string, at: number): string {
  return `${parent} link ${at}`;
}

export function findingId({ id }: InquiryAnswer, at: number): string {
  return `${id} ${at}`;
}
