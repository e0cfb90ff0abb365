// A way out of the product: says where it leads, and opens it through the host. Where that fails, the address can be copied.
import { Link } from '@fluentui/react-components';
import { useState } from 'react';
import { isWebAddress } from '../../assessment';
import { words } from '../../words';
import { useSurroundings } from '../app/contexts';
import { CopyButton } from './CopyButton';

const said = words.parts.outside;

/** A link outside. An address that is none of the web's is shown as text and leads nowhere. */
export function OutsideLink({ url, text }: { readonly url: string; readonly text: string }) {
  const { host } = useSurroundings();
  const [failed, setFailed] = useState(false);
  if (!isWebAddress(url)) return <span>{text === '' ? url : `${text} (${url})`}</span>;
  const site = new URL(url.trim()).hostname;
  // The host may refuse to leave; the person then still gets there.
  const open = () =>
    host.open(url.trim()).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <>
      <Link as="button" type="button" onClick={() => void open()}>
        {said.opens(text === '' ? site : text, site)}
      </Link>
      {failed && (
        <>
          <span role="alert">{said.failed}</span>
          <CopyButton text={url.trim()} label={said.copy} />
        </>
      )}
    </>
  );
}
