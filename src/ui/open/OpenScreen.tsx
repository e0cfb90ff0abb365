// Open an assessment: the form, and then what comes next.
import { useState } from 'react';
import { words } from '../../words';
import { Screen } from '../parts/Screen';
import { Opened } from './Opened';
import { OpenFormPart } from './OpenFormPart';

/** The screen. */
export function OpenScreen() {
  const [opened, setOpened] = useState<string | null>(null);
  if (opened !== null) return <Opened assessmentId={opened} />;
  return (
    <Screen heading={words.open.heading} back={{ to: { screen: 'landing' } }} intro={words.open.intro}>
      <OpenFormPart onOpened={setOpened} />
    </Screen>
  );
}
