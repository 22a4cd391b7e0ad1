import { mkdir } from 'node:fs/promises';
import { aboutTickets } from './about-tickets.ts';
import { chance } from './chance.ts';
import { lists } from './lists.ts';
import { writeSheet } from './sheet.ts';
import { ticketSheet, type Size } from './ticket-sheet.ts';

/**
 * Writes a workspace of this size into a folder, with all that goes with its tickets over two years: 3 surveys, 4
 * contacts and 4 time entries for 10 tickets, complaints, promises, visits, and the lists that a firm keeps of its clients. Every
 * measure finds rows in them. Gives the paths.
 */
export async function writeWorkspace(folder: string, size: Size): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const sheet of [ticketSheet(size, chance(20260105)), ...aboutTickets(size, chance(20260106)), ...lists(size, chance(20260107))])
    paths.push(await writeSheet(folder, sheet));
  return paths;
}
