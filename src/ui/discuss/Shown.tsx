// After the showing: how answers compare and what people added, then two separate steps and the actions.
import { Actions } from './Actions';
import { Comparison } from './Comparison';
import type { DiscussionProps } from './discussion';
import { NowStep } from './NowStep';
import { Remarks } from './Remarks';
import { TargetStep } from './TargetStep';

/** The part of the screen after the showing. */
export function Shown(props: DiscussionProps) {
  const { view, area } = props;
  const responses = view.responses.filter((response) => response.keyAreaId === area.keyAreaId);
  return (
    <>
      <Comparison area={area} responses={responses} />
      <Remarks assessment={view.assessment} responses={responses} />
      <NowStep {...props} />
      <TargetStep {...props} />
      <Actions {...props} />
    </>
  );
}
