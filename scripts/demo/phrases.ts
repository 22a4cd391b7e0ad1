/** A ticket's summary with its ConnectWise type and subtype, by kind of work; the number is its relative frequency. */
export interface Phrase {
  readonly summary: string;
  readonly type: string;
  readonly subtype: string;
}

function phrases(type: string, subtype: string, summaries: string): readonly (readonly [Phrase, number])[] {
  return summaries.split('; ').map((summary) => [{ summary, type, subtype }, 1] as const);
}

/** What people write to the desk about. */
export const requests: readonly (readonly [Phrase, number])[] = [
  ...phrases('Email', 'Outlook', 'Outlook will not open; Shared mailbox missing; Mail stuck in outbox; Calendar not syncing; Out of office for leaver'),
  ...phrases('Email', 'Spam', 'Suspicious mail received; Wanted mail in quarantine'),
  ...phrases('Account', 'Password', 'Password reset; Locked out after leave; New phone for sign-in codes'),
  ...phrases('Account', 'Starter', 'New starter on Monday; Leaver to close; Change of surname'),
  ...phrases('Printing', 'Printer', 'Printer offline; Label printer skips a line; Scan to mail fails; Toner warning'),
  ...phrases('Network', 'Wi-Fi', 'Wi-Fi drops in meeting room; Guest Wi-Fi code; Slow link after lunch'),
  ...phrases('Network', 'VPN', 'VPN asks for sign-in twice; Cannot connect from home; Shared drive missing'),
  ...phrases('Hardware', 'Laptop', 'Laptop very slow; Laptop will not charge; Screen flickers; Second screen for desk'),
  ...phrases('Hardware', 'Phone', 'Desk phone dead; Headset has no sound; Voicemail greeting'),
  ...phrases('Software', 'Office', 'Excel file will not save; Licence expired; Teams has no microphone'),
  ...phrases('Software', 'Line of business', 'Accounts package error 1603; Booking system slow; Report prints blank'),
  ...phrases('How-to', 'Question', 'How to share a folder; How to book a room; How to recall a mail; How to sign a PDF'),
  ...phrases('Files', 'Restore', 'Restore deleted file; Older version of a sheet; Folder access request'),
];

/** What the monitoring system writes. */
export const alerts: readonly Phrase[] = [
  { summary: 'Disk space low on FS01', type: 'Monitoring', subtype: 'Disk' },
  { summary: 'Backup job failed', type: 'Monitoring', subtype: 'Backup' },
  { summary: 'Line down at main site', type: 'Monitoring', subtype: 'Line' },
  { summary: 'Server restarted unexpectedly', type: 'Monitoring', subtype: 'Server' },
];

/** Tickets that are complaints by their type. */
export const grievances: readonly string[] = ['Unhappy with the wait', 'Asked three times now', 'Not what we agreed', 'Nobody rang back', 'Charged twice'];

export const praise: readonly string[] = [
  'Quick and friendly, thank you.',
  'Stayed on the line until it worked.',
  'Rang the next day to check, much appreciated.',
  'Explained it in plain English.',
  'Sorted before my coffee was cold.',
  'Very patient with me.',
  'Arrived exactly when promised.',
];

export const grumbles: readonly string[] = [
  'Had to explain it twice.',
  'Nobody told me it would take a week.',
  'Still not fixed.',
  'Passed from one person to the next.',
  'Fixed in the end, but the wait was long.',
];

/** What we promise, by kind of promise. */
export const promiseWords: Readonly<Record<string, readonly string[]>> = {
  task: ['Second screens for reception', 'Replace the switch', 'Move the backup', 'New starter kit ready', 'Renew the certificate', 'Tidy the comms cabinet'],
  callback: ['Ring back about the ticket', 'Ring back with an answer from the vendor', 'Ring back after lunch'],
  quote: ['Quote for laptops', 'Quote for a new firewall', 'Quote for meeting room screen', 'Quote for cabling'],
  arrival: ['On site within the hour given', 'Engineer at the branch'],
};
