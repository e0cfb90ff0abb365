// English, put together from one file per area of the product.
import { answer } from './en/answer';
import { channel } from './en/channel';
import { check } from './en/check';
import { common } from './en/common';
import { discuss } from './en/discuss';
import { faults } from './en/faults';
import { framework } from './en/framework';
import { landing } from './en/landing';
import { open } from './en/open';
import { people } from './en/people';
import { pictures } from './en/pictures';
import { report } from './en/report';
import { results } from './en/results';
import { setup } from './en/setup';
import { share } from './en/share';
import { signIn } from './en/signIn';

export const en = {
  common,
  faults,
  landing,
  framework,
  answer,
  open,
  people,
  discuss,
  share,
  results,
  setup,
  check,
  signIn,
  pictures,
  channel,
  report,
};
