// Entry of configure.html: the page Teams shows when the tab is added to a channel, chat or meeting.
import { startPage } from './startPage';
import { Providers } from './ui/app/Providers';
import { Configuration } from './ui/setup/Configuration';

await startPage((surroundings) => (
  <Providers surroundings={surroundings}>
    <Configuration page={window.location.href} />
  </Providers>
));
