// What an assessment says: the one model that screens, cards, results, reports and the worker render. They compute nothing themselves.
import { descriptorOf, type Framework, keyAreaOf, type Level, levelName } from '../framework';
import { isShown } from './lifeCycles';
import { type Turnout, turnoutOf } from './participation';
import type {
  Action,
  Assessment,
  AssessmentPhase,
  Day,
  KeyAreaPhase,
  KeyAreaState,
  RevealedResponse,
  Target,
} from './records';
import { type Spread, spreadOf } from './spread';
import type { CommitteeStanding } from './standing';
import { notOpened } from './voices';

/** A level with its word and its descriptor. */
export interface NamedLevel {
  readonly level: Level;
  readonly word: string;
  readonly descriptor: string;
}

export type Change =
  | { readonly kind: 'first' }
  | { readonly kind: 'same' }
  | { readonly kind: 'up' | 'down'; readonly levels: number };

export interface KeyAreaSummary {
  readonly keyAreaId: string;
  readonly title: string;
  readonly phase: KeyAreaPhase;
  readonly turnout: Turnout;
  /** How many of those who answered have no answer among the shown ones, because it could not be opened or came later; 0 until answers are shown. */
  readonly notOpened: number;
  /** How answers compare; null until they are shown. */
  readonly spread: Spread | null;
  readonly now: (NamedLevel & { readonly reason: string }) | null;
  readonly lastTime: (NamedLevel & { readonly date: Day; readonly source: string }) | null;
  /** Null until a level is agreed. */
  readonly change: Change | null;
  readonly target: Target | null;
  readonly targetLevel: NamedLevel | null;
  /** Levels from now to the target; null where either is missing. Negative when already past it. */
  readonly distance: number | null;
  /** Open actions first, then by due date, then by text. */
  readonly actions: readonly Action[];
  /** Why the key area was set aside, skipped or reopened; empty where there is nothing to say. */
  readonly reason: string;
}

export interface Summary {
  readonly assessmentId: string;
  readonly title: string;
  readonly organisation: string;
  readonly phase: AssessmentPhase;
  readonly practice: boolean;
  readonly dueDate: Day | null;
  readonly frameworkTitle: string;
  readonly themeTitle: string;
  readonly attribution: string;
  readonly keyAreas: readonly KeyAreaSummary[];
  readonly agreed: number;
  readonly settled: boolean;
  /** Where it stands on its way through the committee; null where it was never cleared. */
  readonly committee: CommitteeStanding | null;
}

/** Everything a summary is made from. Order makes no difference. */
export interface SummaryInput {
  readonly framework: Framework;
  readonly assessment: Assessment;
  readonly states: readonly KeyAreaState[];
  /** For each key area, the ids of the people with an answer that counts, their own or one recorded for them. */
  readonly answeredBy: ReadonlyMap<string, readonly string[]>;
  /** For each key area, which voices were opened and shown; left out where nothing was shown yet. */
  readonly opened?: ReadonlyMap<string, readonly string[]>;
  readonly responses: readonly RevealedResponse[];
  readonly actions: readonly Action[];
}

/** Computes what an assessment says. Key areas come in framework order. */
export function summarise(input: SummaryInput): Summary {
  const { framework, assessment } = input;
  const chosen = framework.theme.keyAreas.filter((area) => assessment.keyAreaIds.includes(area.id));
  const keyAreas = chosen.map((area) => summariseKeyArea(input, area.id));
  return {
    assessmentId: assessment.id,
    title: assessment.title,
    organisation: assessment.organisation,
    phase: assessment.phase,
    practice: assessment.practice,
    dueDate: assessment.dueDate,
    frameworkTitle: framework.title,
    themeTitle: framework.theme.title,
    attribution: framework.attribution.notice,
    keyAreas,
    agreed: keyAreas.filter((area) => area.phase === 'agreed').length,
    settled: keyAreas.length > 0 && keyAreas.every((area) => isSettled(area.phase)),
    committee: null,
  };
}

/** Whether nothing more is to be decided about a key area for now. */
const isSettled = (phase: KeyAreaPhase): boolean =>
  phase === 'agreed' || phase === 'skipped' || phase === 'does-not-apply';

function summariseKeyArea(input: SummaryInput, keyAreaId: string): KeyAreaSummary {
  const { framework, assessment } = input;
  const named = (level: Level): NamedLevel => {
    const area = keyAreaOf(framework, keyAreaId);
    return { level, word: levelName(framework, level), descriptor: area ? descriptorOf(area, level) : '' };
  };
  const state = input.states.find((candidate) => candidate.keyAreaId === keyAreaId);
  const phase = state?.phase ?? 'collecting';
  const agreement = phase === 'agreed' ? (state?.agreement ?? null) : null;
  const target = phase === 'agreed' ? (state?.target ?? null) : null;
  const before = assessment.earlier.find((earlier) => earlier.keyAreaId === keyAreaId) ?? null;
  const answeredBy = input.answeredBy.get(keyAreaId) ?? [];
  return {
    keyAreaId,
    title: keyAreaOf(framework, keyAreaId)?.title ?? keyAreaId,
    phase,
    turnout: turnoutOf(assessment, answeredBy),
    notOpened: isShown(phase) ? notOpened(assessment, answeredBy, input.opened?.get(keyAreaId) ?? []) : 0,
    spread: isShown(phase) ? spreadOf(input.responses.filter((response) => response.keyAreaId === keyAreaId)) : null,
    now: agreement ? { ...named(agreement.level), reason: agreement.reason } : null,
    lastTime: before ? { ...named(before.level), date: before.date, source: before.source } : null,
    change: agreement ? changeBetween(before?.level ?? null, agreement.level) : null,
    target,
    targetLevel: target?.kind === 'level' ? named(target.level) : null,
    distance: agreement && target?.kind === 'level' ? target.level - agreement.level : null,
    actions: input.actions.filter((action) => action.keyAreaId === keyAreaId).sort(byUrgency),
    reason: state?.reason ?? '',
  };
}

function changeBetween(before: Level | null, now: Level): Change {
  if (before === null) return { kind: 'first' };
  if (before === now) return { kind: 'same' };
  return { kind: now > before ? 'up' : 'down', levels: Math.abs(now - before) };
}

/** Open before done, then the earlier due date (none comes last), then by text and id so that every reader sees one order. */
function byUrgency(left: Action, right: Action): number {
  const rank = (action: Action): string =>
    `${action.status === 'open' ? 0 : 1} ${action.due ?? '9999'} ${action.text} ${action.id}`;
  const [a, b] = [rank(left), rank(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}
