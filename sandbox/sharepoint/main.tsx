// Entry of the SharePoint page.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadPeople } from '../pages/people';
import { App } from './ui/App';

async function start(): Promise<void> {
  const element = document.getElementById('root');
  if (!element) throw new Error('The page has no #root.');
  const people = await loadPeople();
  createRoot(element).render(
    <StrictMode>
      <App start={people} />
    </StrictMode>,
  );
}

void start();
