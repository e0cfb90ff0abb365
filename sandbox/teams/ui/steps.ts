// The walk that *What can I do here?* proposes to a newcomer.

export const steps = [
  'In General, choose + beside the tabs and add Showing leadership. It creates its lists in SharePoint.',
  'As Priya, open an assessment and ask some of the officers. To look around first, choose Try it first.',
  'Open another window as an officer (the menu with your name) and answer. Nobody sees it before it is shown.',
  'As Priya, show the answers and agree a level, a target and actions. In the meeting, the app sits in the side panel.',
  'Share with councillors: the summary appears under Posts, the results in SharePoint.',
  'Open SharePoint as a councillor to read the results without Teams.',
] as const;
