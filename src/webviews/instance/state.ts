import type { Action, Choice, Failure, Series, Status, ToPanel } from './messages.ts';

type Opened = Extract<ToPanel, { type: 'opened' }>;

export interface Points {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly series: readonly Series[];
  readonly receivedAt: number;
}

/** One section's data: what came last stays while a newer answer is awaited or fails. */
export interface Section<T> {
  readonly value?: T;
  readonly failure?: Failure;
}

export interface PanelView {
  readonly opened?: Opened;
  readonly status: Section<Status>;
  readonly points: Section<Points>;
  readonly choice?: Choice;
  readonly isFollowing: boolean;
  readonly acting: Action | undefined;
}

export const EMPTY_VIEW: PanelView = { status: {}, points: {}, isFollowing: true, acting: undefined };

/** The view after a message from the host. */
export function receive(view: PanelView, message: ToPanel): PanelView {
  switch (message.type) {
    case 'opened':
      return { ...view, opened: message, choice: message.choice };
    case 'status':
      return { ...view, status: { value: message.status } };
    case 'statusFailed':
      return { ...view, status: { ...view.status, failure: message.failure } };
    case 'points': {
      const { start, end, step, series, receivedAt } = message;
      return { ...view, points: { value: { start, end, step, series, receivedAt } } };
    }
    case 'pointsFailed':
      return { ...view, points: { ...view.points, failure: message.failure } };
    case 'acting':
      return { ...view, acting: message.action ?? undefined };
  }
}
