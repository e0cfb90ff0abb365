// Assessments: one row each, readable for officers; people and other structures lie beside their names as compact JSON.
import * as z from 'zod/mini';
import type { Assessment, AssessmentPhase } from '../../assessment';
import { homeKey } from '../records';
import { calendarDay, level, person, read, write } from './cells';
import type { Codec } from './codec';

const phases = [
  'draft',
  'open',
  'shared',
  'cleared',
  'closed',
  'cancelled',
] as const satisfies readonly AssessmentPhase[];

/** While it is not over, an assessment is found by its home; the value is the one indexed look-up of `ListAccess.openIn`. */
const isOver = (phase: AssessmentPhase): boolean => phase === 'closed' || phase === 'cancelled';

const participant = z.extend(person, { takingPart: z.boolean() });
const earlier = z.object({ keyAreaId: z.string(), level, date: calendarDay, source: z.string() });
const publicKey = z.object({ id: z.string(), key: z.string() });

const decode = z.pipe(
  z.object({
    AssessmentId: read.id,
    Title: read.text,
    Organisation: read.text,
    TeamId: read.text,
    ChannelId: read.text,
    ChannelName: read.text,
    Phase: z.enum(phases),
    Practice: read.yesNo,
    DueDate: read.dayOrNull,
    FrameworkId: read.filled,
    FrameworkVersion: read.filled,
    KeyAreas: read.text,
    Facilitators: read.jsonOr(z.array(person), []),
    Participants: read.jsonOr(z.array(participant), []),
    ShowNames: read.yesNo,
    PublicKey: read.jsonOr(z.nullable(publicKey), null),
    PreviousId: read.idOrNull,
    Earlier: read.jsonOr(z.array(earlier), []),
    TellChannel: read.yesNo,
    OpenedAt: read.textOrNull,
    SharedAt: read.textOrNull,
  }),
  z.transform(
    (row): Assessment => ({
      id: row.AssessmentId,
      title: row.Title,
      organisation: row.Organisation,
      home: { teamId: row.TeamId, channelId: row.ChannelId, channelName: row.ChannelName },
      phase: row.Phase,
      practice: row.Practice,
      dueDate: row.DueDate,
      frameworkId: row.FrameworkId,
      frameworkVersion: row.FrameworkVersion,
      keyAreaIds: row.KeyAreas.split(/[\s,]+/).filter((id) => id !== ''),
      facilitators: row.Facilitators,
      participants: row.Participants,
      showNames: row.ShowNames,
      publicKey: row.PublicKey,
      previousId: row.PreviousId,
      earlier: row.Earlier,
      tellChannel: row.TellChannel,
      openedAt: row.OpenedAt,
      sharedAt: row.SharedAt,
    }),
  ),
);

export const assessments: Codec<Assessment> = {
  version: 1,
  encode: (record) => ({
    Title: write.line(record.title),
    AssessmentId: record.id.toLowerCase(),
    OpenIn: isOver(record.phase) ? null : homeKey(record.home),
    Phase: record.phase,
    Practice: record.practice,
    Organisation: write.line(record.organisation),
    DueDate: write.day(record.dueDate),
    TeamId: write.line(record.home.teamId),
    ChannelId: write.line(record.home.channelId),
    ChannelName: write.line(record.home.channelName),
    FrameworkId: record.frameworkId,
    FrameworkVersion: record.frameworkVersion,
    KeyAreas: write.lines(record.keyAreaIds.join(', ')),
    Facilitators: write.people(record.facilitators),
    FacilitatorNames: write.names(record.facilitators),
    Participants: write.json(
      record.participants.map(({ id, displayName, takingPart }) => ({ id: id.toLowerCase(), displayName, takingPart })),
    ),
    Asked: write.names(record.participants.filter((asked) => asked.takingPart)),
    ShowNames: record.showNames,
    PublicKey: record.publicKey === null ? null : write.json(record.publicKey),
    PreviousId: record.previousId?.toLowerCase() ?? null,
    Earlier: record.earlier.length === 0 ? null : write.json(record.earlier),
    TellChannel: record.tellChannel,
    OpenedAt: record.openedAt,
    SharedAt: record.sharedAt,
  }),
  decode,
};
