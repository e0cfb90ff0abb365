// An open list with what one does in it: reading, an item beside it, the form, and *Manage access*.
import { useCallback, useEffect, useState } from 'react';
import type { PersonGraph } from '../../pages/graph';
import { type DemoPerson, roleOn } from '../../pages/people';
import type { Fields } from '../columns';
import {
  changeItem,
  createItem,
  isFillable,
  mayAdd,
  mayChange,
  type OpenList,
  type Right,
  readList,
  refusalInWords,
  removeItem,
  type SiteList,
} from '../site';
import { ItemPane } from './ItemPane';
import { ListView } from './ListView';
import { ManageAccess } from './ManageAccess';

export interface OpenListPageProps {
  readonly graph: PersonGraph;
  readonly person: DemoPerson;
  readonly people: readonly DemoPerson[];
  readonly list: SiteList;
  readonly right: Right;
  /** The open item's id, `new` for the form of a new one, undefined for none. */
  readonly itemId: string | undefined;
  onItem(id: string | undefined): void;
  onPeopleChanged(): Promise<void>;
}

/** The list as it was when it was last read. */
export function OpenListPage(props: OpenListPageProps) {
  const { graph, person, list, right, itemId, onItem } = props;
  const [open, setOpen] = useState<OpenList>();
  const [problem, setProblem] = useState<string>();
  const [managing, setManaging] = useState(false);
  const read = useCallback(async () => {
    try {
      setOpen(await readList(graph, list));
      setProblem(undefined);
    } catch (error) {
      setProblem(refusalInWords(error));
    }
  }, [graph, list]);
  useEffect(() => void read(), [read]);

  const item = open?.items.find(({ id }) => id === itemId);
  const fillable = isFillable(list);
  const adding = itemId === 'new' && fillable && mayAdd(right);
  const save = async (fields: Fields) => {
    if (item) await changeItem(graph, list, item, fields);
    else await createItem(graph, list, fields);
    await read();
    if (!item) onItem(undefined);
  };
  const remove = async () => {
    if (!item) return;
    try {
      await removeItem(graph, list, item);
      onItem(undefined);
      await read();
    } catch (error) {
      setProblem(refusalInWords(error));
    }
  };
  return (
    <>
      <ListView
        list={list}
        open={open}
        problem={problem}
        mayAdd={fillable && mayAdd(right)}
        mayManage={roleOn(person, list.parentReference.siteId) === 'owner'}
        onOpen={({ id }) => onItem(id)}
        onNew={() => onItem('new')}
        onReload={() => void read()}
        onManage={() => setManaging(true)}
      />
      {open && (item || adding) && (
        <ItemPane
          key={itemId}
          columns={open.columns}
          item={item}
          mayChange={fillable && item !== undefined && mayChange(right, item, person.id)}
          onSave={save}
          onDelete={remove}
          onClose={() => onItem(undefined)}
        />
      )}
      {managing && (
        <ManageAccess
          graph={graph}
          list={list}
          people={props.people}
          onChanged={props.onPeopleChanged}
          onClose={() => setManaging(false)}
        />
      )}
    </>
  );
}
