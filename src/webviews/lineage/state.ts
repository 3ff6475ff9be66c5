import { DEFAULT_CHOICE, type Choice, type Position, type Reason, type ToPanel } from './messages.ts';

type Message<T extends ToPanel['type']> = Extract<ToPanel, { type: T }>;

export interface PanelView {
  readonly choice: Choice;
  readonly document: Message<'document'> | undefined;
  /** What came last stays while a newer answer is awaited. */
  readonly lineage: Message<'lineage'> | undefined;
  /** Why there is no lineage. */
  readonly reason: Reason | undefined;
  readonly cursor: Position | undefined;
  readonly isBusy: boolean;
}

export const EMPTY_VIEW: PanelView = {
  choice: DEFAULT_CHOICE,
  document: undefined,
  lineage: undefined,
  reason: undefined,
  cursor: undefined,
  isBusy: false,
};

/** The view after a message from the host. */
export function receive(view: PanelView, message: ToPanel): PanelView {
  switch (message.type) {
    case 'opened':
      return { ...view, choice: message.choice };
    case 'document':
      return { ...view, document: message };
    case 'lineage':
      return { ...view, lineage: message, reason: undefined };
    case 'nothing':
      return { ...view, lineage: undefined, reason: message.reason };
    case 'cursor':
      return { ...view, cursor: message.position ?? undefined };
    case 'busy':
      return { ...view, isBusy: message.isBusy };
    case 'done':
    case 'focus':
      return view;
  }
}
