// A person as this product knows them. Ids are Entra object ids in lower case; the name is what they were called when it was noted.

export interface Person {
  readonly id: string;
  readonly displayName: string;
}

/** Whether two ids name the same person; SharePoint and Teams do not agree on the case of a GUID. */
export const samePerson = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
