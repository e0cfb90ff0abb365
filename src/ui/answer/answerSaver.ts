// The answer being given to one key area: what stands in the form, and how it comes to be saved by itself. It outlives the screen,
// so that what was typed survives going elsewhere; it is in memory only, because an answer must lie nowhere unsealed.
import { type AnswerParts, blankAnswer, partsOf, type ResponseContent } from '../../assessment';
import type { Environment } from '../../base/environment';
import type { Result } from '../../base/result';
import type { Refusal } from '../../commands/refusal';
import { type AnswerDraft, contentOf, draftOf, rebased, sameContent, sameDraft } from './draft';

/** How long typing may rest, in milliseconds, before it is saved. */
const typingPause = 800;

/** The form as it stands. */
export interface Answering {
  readonly draft: AnswerDraft;
  /** Whether something that can be saved has not reached this device's store yet. */
  readonly pending: boolean;
  readonly refusal: Refusal | null;
  /** What saving threw; null where it did not. A fault of ours, or of the browser's storage. */
  readonly failure: unknown;
}

/** Saves what the form says; `from` is what it began with. */
export type SaveContent = (content: ResponseContent, from: AnswerParts) => Promise<Result<void, Refusal>>;

export class AnswerSaver {
  private now: Answering;
  private saved: ResponseContent | null;
  /** What the parts that were touched since began with. */
  private from: AnswerParts;
  private responseId: string;
  private queue: Promise<void> = Promise.resolve();
  private cancelTimer: () => void = () => undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly environment: Pick<Environment, 'after' | 'newId'>,
    saved: ResponseContent | null,
    private save: SaveContent,
    private readonly read: () => Promise<ResponseContent | null>,
  ) {
    this.saved = saved;
    this.from = saved ? partsOf(saved) : blankAnswer;
    this.responseId = saved?.responseId ?? environment.newId();
    this.now = { draft: draftOf(saved), pending: false, refusal: null, failure: null };
  }

  readonly standing = (): Answering => this.now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Saving goes through the newest assessment a screen knows. */
  saveThrough(save: SaveContent): void {
    this.save = save;
  }

  /**
   * The store told of something else than is saved here: another device's answer, or SharePoint's after a change was given up.
   * What it holds now is read in turn with saving and taken over, for what was read before a save and told after it would undo that.
   */
  follow(told: ResponseContent | null): void {
    this.queue = this.queue.then(async () => {
      if (told ? sameContent(this.saved, told) : this.saved === null) return;
      try {
        this.adopt(await this.read());
      } catch (failure) {
        this.set({ failure });
      }
    });
  }

  /** Nothing typed is lost. */
  private adopt(stored: ResponseContent | null): void {
    const { draft, from } = rebased(this.now.draft, this.from, this.saved, stored);
    this.saved = stored;
    this.from = from;
    this.responseId = stored?.responseId ?? this.responseId;
    if (!sameDraft(this.now.draft, draft)) this.set({ draft });
  }

  /** Changes the form. `typing` waits for a pause, `held` for somebody who says so; everything else is saved at once. */
  change(part: Partial<AnswerDraft>, how?: 'typing' | 'held'): void {
    this.set({ draft: { ...this.now.draft, ...part } });
    this.cancelTimer();
    if (how === 'held') return;
    this.set({ pending: this.unsaved() !== null });
    if (how === 'typing') this.cancelTimer = this.environment.after(typingPause, () => this.flush());
    else this.flush();
  }

  /** What was typed waits for somebody who says so; nothing is saved by itself any more. */
  hold(): void {
    this.cancelTimer();
    this.set({ pending: false, refusal: null });
  }

  /** Saves now what waits for a pause in typing. */
  flush(): void {
    this.cancelTimer();
    // As it is to be saved now: by the time its turn comes, saving may mean something else.
    const { save } = this;
    if (this.unsaved() !== null) this.queue = this.queue.then(() => this.send(save));
  }

  /** What would be saved, or null where nothing differs from what is. */
  private unsaved(): ResponseContent | null {
    const content = contentOf(this.now.draft, this.saved, this.responseId);
    return content && !sameContent(this.saved, content) ? content : null;
  }

  private async send(save: SaveContent): Promise<void> {
    const content = this.unsaved();
    if (!content) return;
    try {
      const done = await save(content, this.from);
      if (done.ok) {
        this.saved = content;
        this.from = partsOf(content);
      }
      this.set({ refusal: done.ok ? null : done.error, failure: null });
    } catch (failure) {
      this.set({ failure });
    }
    this.set({ pending: this.unsaved() !== null });
  }

  private set(part: Partial<Answering>): void {
    this.now = { ...this.now, ...part };
    for (const listener of this.listeners) listener();
  }
}
