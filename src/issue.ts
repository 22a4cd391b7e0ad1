/**
 * Everything that can be wrong, as data: a code says what, the catalogue says it in words.
 * Codes are permanent; a message may be reworded, a code never changes its meaning.
 */

export type Severity = 'error' | 'warning' | 'note';

export interface Issue {
  readonly code: IssueCode;
  /** File of the workspace, or '' where the whole workspace is meant. */
  readonly file: string;
  /** Line as an editor counts, null where the whole file is meant. */
  readonly line: number | null;
  /** Column as the file names it, or setting by its path; '' where the whole row is meant. */
  readonly column: string;
  /** The text found, '' where there is none. */
  readonly text: string;
  /** Id of the row where it has one. */
  readonly id: string;
  /** What else the message names. */
  readonly detail: string;
}

interface Kind {
  readonly severity: Severity;
  /** What cannot be used for it: a whole row, or one cell of a row that is used. */
  readonly costs?: 'row' | 'cell';
  /** What is wrong. */
  readonly wrong: string;
  /** What was done. */
  readonly done: string;
  /** What to do. */
  readonly advice: string;
}

/** Errors stop the build; warnings name rows or cells that were left out; notes say what was assumed. */
export const catalogue = {
  'file-unreadable': {
    severity: 'error',
    wrong: 'the file cannot be read',
    done: 'nothing was read from it',
    advice: 'check that the file is whole and may be read',
  },
  'text-not-utf8': {
    severity: 'error',
    wrong: 'the file is not text in UTF-8',
    done: 'nothing was published',
    advice: 'save it anew with the encoding UTF-8',
  },
  'file-changed': {
    severity: 'error',
    wrong: 'the file changed, came or went while the report was made',
    done: 'the build stopped',
    advice: 'build again once the export or the copying has ended',
  },
  'file-empty': {
    severity: 'warning',
    wrong: 'the file holds no rows',
    done: 'nothing was read from it',
    advice: 'export it again, or list it under ignore in settings.yaml',
  },
  'file-passed-over': {
    severity: 'warning',
    wrong: 'the name does not end in .csv, .tsv, .txt or .zip, nor in one of the first three and .gz',
    done: 'the file was not read',
    advice: 'unpack it or export it as CSV, or list it under ignore in settings.yaml',
  },
  'file-not-regular': {
    severity: 'error',
    wrong: 'this is neither a file nor a folder',
    done: 'nothing was read from it',
    advice: 'take it out of exports, or list it under ignore in settings.yaml',
  },
  'link-upwards': {
    severity: 'warning',
    wrong: 'this link leads to a folder that the link itself lies in',
    done: 'it was not followed',
    advice: 'link the folder that holds the files alone, or list the link under ignore in settings.yaml',
  },
  'file-swollen': {
    severity: 'error',
    wrong: 'it unpacks to more than a gigabyte and to more than 200 times its size, as no export does',
    done: 'nothing was read from it',
    advice: 'export it again, or list it under ignore in settings.yaml',
  },
  'archive-damaged': {
    severity: 'error',
    wrong: 'the archive cannot be unpacked',
    done: 'nothing was read from it',
    advice: 'download it again or pack it again, or list it under ignore in settings.yaml',
  },
  'archive-empty': {
    severity: 'warning',
    wrong: 'the archive holds no files',
    done: 'nothing was read from it',
    advice: 'pack it again, or list it under ignore in settings.yaml',
  },
  'archive-locked': {
    severity: 'error',
    wrong: 'it is locked with a password',
    done: 'nothing was read from it',
    advice: 'unpack it with its password and put the CSV file into exports instead, or list it under ignore in settings.yaml',
  },
  'archive-method': {
    severity: 'error',
    wrong: 'it was packed in a way that cannot be unpacked here',
    done: 'nothing was read from it',
    advice: 'unpack it and put the CSV file into exports instead, or list it under ignore in settings.yaml',
  },
  'archive-name': {
    severity: 'error',
    wrong: 'a file in the archive has a name that leads out of the archive or that is no name of a file',
    done: 'the file was not read',
    advice: 'pack the archive again, or list it under ignore in settings.yaml',
  },
  'archive-twice': {
    severity: 'error',
    wrong: 'the archive holds several files of this name',
    done: 'none of them was read',
    advice: 'pack the archive again with each file once',
  },
  'archive-nested': {
    severity: 'warning',
    wrong: 'this is an archive inside an archive',
    done: 'the file was not read',
    advice: 'unpack the outer archive into exports, or list the inner one under ignore in settings.yaml',
  },
  'file-not-csv': {
    severity: 'error',
    wrong: 'the file is not a CSV export',
    done: 'nothing was read from it',
    advice: 'export it again as CSV, or list it under ignore in settings.yaml',
  },
  'file-unrecognised': {
    severity: 'error',
    wrong: 'no known export has these columns',
    done: 'the build stopped',
    advice: 'add the missing columns in the tool’s export, let the command init map its columns, or list the file under ignore in settings.yaml',
  },
  'file-ambiguous': {
    severity: 'error',
    wrong: 'the columns fit two kinds of export equally well',
    done: 'the build stopped',
    advice: 'say which it is under sources in settings.yaml: - { files: FILE, format: one of the names in brackets }',
  },
  'workspace-empty': {
    severity: 'error',
    wrong: 'no export was found',
    done: 'the build stopped',
    advice: 'put the CSV files of your tools into the folder exports',
  },
  'workspace-undated': {
    severity: 'error',
    wrong: 'no row of any export carries a date of something that happened',
    done: 'the build stopped',
    advice: 'export a column with dates, or give as_of in settings.yaml',
  },
  'clients-alike': {
    severity: 'warning',
    wrong: 'two clients in the list have this name',
    done: 'all its rows count for the first',
    advice: 'give each its own name in the clients table, or an alias that no other has',
  },
  'as-of-too-early': {
    severity: 'error',
    wrong: 'nothing happened up to this day in any export',
    done: 'the build stopped',
    advice: 'give a later day with --as-of or as_of, or leave it out',
  },
  'as-of-too-late': {
    severity: 'error',
    wrong: 'everything in the exports happened more than ten years before this day',
    done: 'the build stopped',
    advice: 'give an earlier day with --as-of or as_of, or leave it out',
  },
  'as-of-ahead': {
    severity: 'error',
    wrong: 'this day is still to come',
    done: 'nothing was built',
    advice: 'give today or an earlier day with --as-of or as_of, or leave it out; where the clock of this machine is wrong, name today with --today',
  },
  'as-of-moved': {
    severity: 'note',
    wrong: 'a report ends with a complete week, and this day is no Sunday',
    done: 'the report goes up to the Sunday before it, the day in brackets',
    advice: 'nothing, or give the Sunday',
  },
  'firm-unnamed': {
    severity: 'note',
    wrong: 'the firm still has the name that new settings begin with',
    done: 'it stands at the head of every page',
    advice: 'write the name of your firm there',
  },
  'table-ends': {
    severity: 'warning',
    wrong: 'this table ends here, long before the others',
    done: 'the weeks after it count what is there; no change in complaints is claimed from them',
    advice: 'export it again',
  },
  'week-incomplete': {
    severity: 'note',
    wrong: 'no complete week holds data yet',
    done: 'the report goes up to the newest row, in the middle of a week',
    advice: 'build again once the week is over',
  },
  'settings-missing': {
    severity: 'error',
    wrong: 'this folder has no settings.yaml',
    done: 'the build stopped',
    advice: 'name the folder that holds it with --data, or let the command init write one there',
  },
  'settings-invalid': {
    severity: 'error',
    wrong: 'the setting cannot be used',
    done: 'the build stopped',
    advice: 'correct it; the command demo writes a workspace whose settings.yaml is an example with notes',
  },
  'setting-unused': {
    severity: 'note',
    wrong: 'this setting has nothing to do',
    done: 'it was passed over',
    advice: 'correct the name, or take the setting out',
  },
  'alias-unknown': {
    severity: 'note',
    wrong: 'no client list and no export has a client of this name',
    done: 'no row counts for it',
    advice: 'write the client as the exports or the clients table write it',
  },
  'rows-not-used': {
    severity: 'note',
    wrong: 'no figure reads the rows of this export',
    done: 'they were counted as not data',
    advice: 'nothing; to be rid of this note, list the file under ignore in settings.yaml',
  },
  'row-ragged': {
    costs: 'row',
    severity: 'warning',
    wrong: 'the row has more or fewer cells than the line of column names',
    done: 'the row was left out',
    advice: 'export the file again, or add or remove the comma that is missing or too many',
  },
  'row-quote-open': {
    costs: 'row',
    severity: 'warning',
    wrong: 'a quoted cell is never closed',
    done: 'the row was left out',
    advice: 'export the file again; it was cut short or a quote was lost',
  },
  'row-quote-stray': {
    costs: 'row',
    severity: 'warning',
    wrong: 'a quote stands inside a quoted cell, or one was lost',
    done: 'the row was left out',
    advice: 'export the file again, or double the quote',
  },
  'row-id-missing': {
    costs: 'row',
    severity: 'warning',
    wrong: 'the row has no number of its own',
    done: 'the row was left out',
    advice: 'fill in the cell and export again',
  },
  'row-required-missing': {
    costs: 'row',
    severity: 'warning',
    wrong: 'this cell is empty, and the row means nothing without it',
    done: 'the row was left out',
    advice: 'fill in the cell in the tool and export again',
  },
  'id-twice': {
    severity: 'warning',
    wrong: 'another row has this id and says something else, and nothing tells which of the two is newer',
    done: 'the one in brackets counts, this one does not',
    advice: 'give each its own id, or take out the row that no longer holds; where a tool cuts ids off, export them whole',
  },
  'cell-not-instant': {
    costs: 'cell',
    severity: 'warning',
    wrong: 'this is not a date that exists',
    done: 'the cell was left empty',
    advice: 'correct the date in the tool',
  },
  'cell-not-number': {
    costs: 'cell',
    severity: 'warning',
    wrong: 'this is not a number',
    done: 'the cell was left empty',
    advice: 'correct the cell in the tool',
  },
  'number-mark-unknown': {
    severity: 'warning',
    wrong: 'nothing tells whether the mark before three digits groups thousands or begins decimals',
    done: 'it was read as grouping thousands',
    advice: 'write under sources in settings.yaml: - { files: FILE, decimal: "," } or ".", whichever begins the decimals',
  },
  'number-mark-mixed': {
    severity: 'warning',
    wrong: 'some numbers of this column have a decimal comma and some a decimal point',
    done: 'the numbers that can be read both ways were left empty',
    advice: 'export the file again with one form of numbers',
  },
  'number-mark-against-setting': {
    severity: 'warning',
    wrong: 'some numbers of this column have another decimal mark than decimal says',
    done: 'they were read as they stand, and the numbers that can be read both ways as decimal says',
    advice: 'look whether decimal fits this file; where it does, correct these numbers in the tool',
  },
  'id-in-powers': {
    severity: 'warning',
    wrong: 'a spreadsheet has cut this number and written it in powers of ten',
    done: 'it was not taken as an id, and a row that needs it was left out',
    advice: 'export the file again and put it here without opening it in a spreadsheet program first',
  },
  'cell-not-flag': { costs: 'cell', severity: 'warning', wrong: 'this is neither yes nor no', done: 'the cell was left empty', advice: 'write yes or no' },
  'cell-too-small': {
    costs: 'cell',
    severity: 'warning',
    wrong: 'this number is too small to be true',
    done: 'the cell was left empty',
    advice: 'correct the cell in the tool',
  },
  'answer-off-scale': {
    costs: 'cell',
    severity: 'warning',
    wrong: 'the answer lies outside its scale',
    done: 'the answer was left out',
    advice: 'correct the answer or its scale',
  },
  'answer-unclassed': {
    severity: 'warning',
    wrong: 'nothing says whether this answer is good or bad',
    done: 'it was left out of satisfaction',
    advice:
      'write positive, neutral or negative for it under values of the file’s entry in sources in settings.yaml, such as values: { answer: { Okay: neutral } }',
  },
  'instant-ahead': {
    costs: 'cell',
    severity: 'warning',
    wrong: 'this date lies more than 60 days after all others',
    done: 'it was kept, but does not decide how far the data reach',
    advice: 'correct the date in the tool, or give as_of in settings.yaml',
  },
  'column-ahead': {
    severity: 'warning',
    wrong: 'many dates of this column lie more than a month after everything else',
    done: 'they were kept, but do not decide how far the data reach',
    advice: 'look whether their year is wrong or day and month were exchanged; then correct the export, or give date_order under sources in settings.yaml',
  },
  'export-at-limit': {
    severity: 'warning',
    wrong: 'the export has just as many rows as one that was cut off at a limit',
    done: 'all of them were read; rows that the tool kept back are missing from every figure',
    advice: 'compare with the number that the tool shows; if it is higher, export shorter periods, one file for each, or have the limit raised',
  },
  'export-smaller': {
    severity: 'warning',
    wrong: 'this export is smaller than the one before it, though each seems to hold everything',
    done: 'both were read; rows that only the older file has keep the state that they had there',
    advice: 'look whether a filter was left on or the export was cut off, and export it again',
  },
  'rows-otherwise': {
    severity: 'warning',
    wrong: 'rows of this file stand in another one too, where they are written otherwise, and they have no numbers that show it',
    done: 'both were counted',
    advice: 'compare the two; where the rows are the same, keep one of the files, or one new export in place of both',
  },
  'column-gone': {
    severity: 'warning',
    wrong: 'this export lacks a column that the one before it has',
    done: 'its rows were read without it',
    advice:
      'look whether the column was renamed, misspelt or left out; export it again under its old name, or write its new one under columns of an entry in sources in settings.yaml',
  },
  'column-near': {
    severity: 'warning',
    wrong: 'no figure reads this column, and its name is almost that of one that this export lacks',
    done: 'it was passed over',
    advice: 'correct the name in the export; where it is meant, write the line in brackets under sources in settings.yaml',
  },
  'column-twice': {
    severity: 'warning',
    wrong: 'the file has several columns of this name',
    done: 'of each row the first of them that is filled in was read',
    advice: 'look which of them is meant, and take the others out of the file or give them names of their own',
  },
  'answer-several': {
    severity: 'warning',
    wrong: 'this form asks about satisfaction in other questions too',
    done: 'the first of them is the answer that counts',
    advice: 'write which it is under sources in settings.yaml: columns: { answer: … } beside files, whether it is this one or another',
  },
  'order-backwards': {
    costs: 'cell',
    severity: 'warning',
    wrong: 'this time lies before the one that it should come after',
    done: 'it was left out, the rest of the row was used',
    advice: 'correct the time in the tool; if many rows show it, look at zone and date_order under sources in settings.yaml',
  },
  'required-refused': {
    costs: 'row',
    severity: 'warning',
    wrong: 'this cell cannot be used, and the row means nothing without it',
    done: 'the row was left out',
    advice: 'correct the cell in the tool and export again',
  },
  'order-unknown': {
    severity: 'error',
    wrong: 'day and month cannot be told apart in any row',
    done: 'the build stopped',
    advice: 'write under sources in settings.yaml: - { files: FILE, date_order: day-first } or month-first',
  },
  'order-mixed': {
    severity: 'warning',
    wrong: 'some dates of this column can only be read day first and some only month first',
    done: 'the dates that can be read both ways were left empty',
    advice: 'export the file again with one date form, or write date_order for it under sources in settings.yaml',
  },
  'order-mixed-clear': {
    severity: 'warning',
    wrong: 'some dates of this column can only be read day first and some only month first',
    done: 'each was read the only way there is, and none was left empty',
    advice: 'look whether they are right, and export the file again with one date form: a later export may hold dates that can be read both ways',
  },
  'order-against-setting': {
    severity: 'warning',
    wrong: 'this date can only be read the other way than date_order says',
    done: 'such dates were read the only way there is, and those that can be read both ways as date_order says',
    advice: 'look whether it is right, and correct it in the tool; if there are many, export the file again with one date form',
  },
  'order-setting-wrong': {
    severity: 'error',
    wrong: 'every date of this column that can be read one way only goes against date_order',
    done: 'the build stopped',
    advice:
      'write the order that fits for this file under sources in settings.yaml, or take date_order out; if only these dates are wrong, correct them in the tool',
  },
  'order-from-rows': {
    severity: 'note',
    wrong: 'only rows show the order of day and month in this column, so that one client’s rows can change how another’s dates are read',
    done: 'its dates were read as the rows show',
    advice: 'write the line in brackets under sources in settings.yaml; where an entry there speaks of the file already, write its date_order into that one',
  },
  'mark-from-rows': {
    severity: 'note',
    wrong: 'only rows show the decimal mark in this column, so that one client’s rows can change how another’s numbers are read',
    done: 'its numbers were read as the rows show',
    advice: 'write the line in brackets under sources in settings.yaml; where an entry there speaks of the file already, write its decimal into that one',
  },
  'zone-gap': {
    severity: 'note',
    wrong: 'this time did not exist, since the clocks were put forward in that hour',
    done: 'it was moved forward by that hour',
    advice: 'nothing for a few; if there are many, the file’s times are of another zone: write zone under sources in settings.yaml',
  },
  'zone-overlap': {
    severity: 'note',
    wrong: 'this time came twice, since the clocks were put back in that hour',
    done: 'the earlier of the two was taken',
    advice: 'nothing; where an hour matters, export times in UTC and write zone: UTC under sources in settings.yaml',
  },
  'values-unmapped': {
    severity: 'note',
    wrong: 'no figure knows what this word means',
    done: 'its rows were kept, and figures that need the word leave them out',
    advice: 'write it under values of the file’s entry in sources in settings.yaml, such as values: { status: { Pending: waiting } }',
  },
  'clients-unmapped': {
    severity: 'warning',
    wrong: 'no client in the list has this name',
    done: 'its rows count for the firm alone and stand under “unmapped”',
    advice: 'add it to the clients table as a client, or as an alias of the client that it is',
  },
  'account-broken': {
    severity: 'error',
    wrong: 'the figure does not add up',
    done: 'the build stopped, since the figures cannot be trusted',
    advice: 'this is a fault in Courtesy and not in your exports; please report it with this line',
  },
  'clients-similar': {
    severity: 'warning',
    wrong: 'other clients have almost this name',
    done: 'each counts for itself',
    advice: 'if they are one client, copy what stands in brackets into settings.yaml; several of them share one “aliases: { … }”',
  },
  'rule-without-subject': {
    severity: 'note',
    wrong: 'no export of tickets has a column of subjects',
    done: 'no ticket was called a complaint by these words',
    advice: 'export the column, or use category, type, tag or board in the rule',
  },
  'alias-free-mail': {
    severity: 'warning',
    wrong: 'anybody may have an address at this mail service',
    done: 'the alias was left out',
    advice: 'give the client’s own domain, or whole addresses such as ann@gmail.com',
  },
  'calendar-unknown': {
    severity: 'warning',
    wrong: 'no calendar in settings.yaml has this name',
    done: 'the firm’s opening hours hold for the client',
    advice: 'correct the name in the clients table, or write the calendar under calendars in settings.yaml',
  },
  'client-zone-unknown': {
    severity: 'warning',
    wrong: 'no time zone has this name',
    done: 'the firm’s time zone holds for the client',
    advice: 'write one like Europe/London or +05:30',
  },
  'calendar-client-unknown': {
    severity: 'warning',
    wrong: 'a calendar in settings.yaml is for a client that no export names',
    done: 'the calendar was kept and holds for nobody of this name',
    advice: 'write the client’s name as the clients table or the exports do',
  },
  'row-nul': {
    costs: 'row',
    severity: 'warning',
    wrong: 'the row holds zero bytes, which no text has',
    done: 'the row was left out',
    advice: 'export the file again; a disk or a transfer damaged it',
  },
  'row-encoding': {
    costs: 'row',
    severity: 'warning',
    wrong: 'the row holds bytes that are not text in the encoding of the file',
    done: 'the row was left out',
    advice: 'export the file again, or correct the row in an editor and save it as UTF-8',
  },
  'row-long': {
    costs: 'row',
    severity: 'warning',
    wrong: 'the row is longer than four million characters',
    done: 'the row was left out',
    advice: 'look for a quote that was lost, or shorten the cell in the tool',
  },
  'row-not-data': {
    severity: 'note',
    wrong: 'this line is a heading, a total or empty, and no row',
    done: 'it was left out',
    advice: 'nothing, unless it should be a row',
  },
  'share-secret-missing': {
    severity: 'error',
    wrong: 'pages for clients are asked for, and there is no secret of 32 characters or more that their folders are named by',
    done: 'nothing was built',
    advice:
      'set the environment variable COURTESY_SECRET, always to the same text; node -p "crypto.randomBytes(32).toString(\'hex\')" makes one; or write clients: off under share in settings.yaml',
  },
  'share-secret-short': {
    severity: 'error',
    wrong: 'pages for clients are asked for, and the secret in COURTESY_SECRET has fewer than 32 characters',
    done: 'nothing was built',
    advice:
      'set it to the whole secret where it was cut off; else take one that node -p "crypto.randomBytes(32).toString(\'hex\')" makes, from then on always the same',
  },
  'share-client-unknown': {
    severity: 'error',
    wrong: 'share in settings.yaml names a client that no export names',
    done: 'the build stopped, so that no page is sent out by mistake',
    advice: 'write the client’s name as the clients table or the exports do',
  },
  'share-leak': {
    severity: 'error',
    wrong: 'a page for one client holds the name of another client or of its people',
    done: 'nothing was published',
    advice: 'reword the text in which it stands; where the word names nobody there, list it under allow of share in settings.yaml',
  },
  'share-doubt': {
    severity: 'warning',
    wrong: 'a text on a page for one client holds a word that is also a short name, an id or a first name of another client',
    done: 'the page was made',
    advice: 'read the text before you send the page: reword it, or list the word under allow of share in settings.yaml',
  },
  'passphrase-missing': {
    severity: 'error',
    wrong: 'the page of this client opens with a passphrase, and there is none for it',
    done: 'nothing was published',
    advice:
      'set the environment variable in brackets to it, or write it beside the client in the file that COURTESY_PASSPHRASES names; or write passphrase: false for the client under share in settings.yaml',
  },
  'passphrase-weak': {
    severity: 'error',
    wrong: 'the passphrase for the page of this client is too easily found',
    done: 'nothing was published',
    advice: 'take five words picked at random, another five for each client, or what node -p "crypto.randomBytes(10).toString(\'hex\')" makes',
  },
  'passphrase-file': {
    severity: 'error',
    wrong: 'the file of passphrases cannot be used',
    done: 'nothing was published',
    advice:
      'name a file outside of the workspace and of the site in COURTESY_PASSPHRASES, with a line such as “acme: five words picked at random” for each client',
  },
  'words-client-unknown': {
    severity: 'warning',
    wrong: 'the file in clients/ has the name of no client',
    done: 'its words were left out',
    advice: 'name it as the clients table or the exports name the client, such as acme.md',
  },
  'words-undated': {
    severity: 'warning',
    wrong: 'the file in clients/ has no heading that says of which time its words are',
    done: 'its words were left out',
    advice: 'put a line such as ## 2026 Q2, ## 2026-06 or ## 2026-04-01 to 2026-06-30 above them',
  },
  'words-before': {
    severity: 'warning',
    wrong: 'words in a file of clients/ stand before the first heading that says of which time they are',
    done: 'they were left out, and those under the headings stand',
    advice: 'put a line such as ## 2026 Q2, ## 2026-06 or ## 2026-04-01 to 2026-06-30 above them; a title of the file alone begins with one #',
  },
  'words-heading': {
    severity: 'warning',
    wrong: 'this heading in a file of clients/ names no time',
    done: 'the words before it end there, and those under it were left out',
    advice: 'write a time, such as ## 2026 Q2, ## 2026-06 or ## 2026-04-01 to 2026-06-30, or ### where it is a heading within the words of a time',
  },
  'words-long': {
    severity: 'warning',
    wrong: 'these words are so long that the client’s page may need a fourth sheet of paper',
    done: 'they stand on the page as they are',
    advice: 'shorten them, best to what the figures do not say',
  },
  'sent-otherwise': {
    severity: 'note',
    wrong: 'the archive of sent pages has this report of this client on another day',
    done: 'the archive counts, this row does not',
    advice: 'nothing, or correct the day in the list of reports',
  },
  'sent-client-unknown': {
    severity: 'warning',
    wrong: 'a page was sent to this client, and no export names it now',
    done: 'the page stays in the archive and counts nowhere',
    advice: 'if the client has another name now, write this one among its aliases in settings.yaml',
  },
  'sent-damaged': {
    severity: 'warning',
    wrong: 'this entry of the archive of sent pages was changed since, or cannot be read',
    done: 'it counts nowhere',
    advice: 'bring its folder back from a backup, or move it out of the archive',
  },
  'required-missing': {
    severity: 'error',
    wrong: 'no export brings what the settings require',
    done: 'the build stopped',
    advice: 'put the file into exports, or take the name out of gates: required in settings.yaml',
  },
  'required-unusable': {
    severity: 'error',
    wrong: 'the settings require this file, and none of its rows can be used',
    done: 'the build stopped',
    advice: 'export it again, or take it out of gates: required in settings.yaml',
  },
  'file-dialect-unknown': {
    severity: 'error',
    wrong: 'it cannot be known how the cells of this file are divided',
    done: 'nothing was read from it',
    advice: 'export it again with commas between the cells and double quotes around text',
  },
  'header-unknown': {
    severity: 'error',
    wrong: 'it cannot be known which line holds the column names',
    done: 'nothing was read from it',
    advice: 'export it again, or correct that line in an editor',
  },
} as const satisfies Record<string, Kind>;

export type IssueCode = keyof typeof catalogue;

/** An issue; fields not given are empty. */
export function issue(code: IssueCode, where: Partial<Omit<Issue, 'code'>>): Issue {
  return { code, file: '', line: null, column: '', text: '', id: '', detail: '', ...where };
}

export function severityOf(found: Issue): Severity {
  return catalogue[found.code].severity;
}

/** What cannot be used for an issue of this code; null where nothing is lost by it, or a whole file. */
export const costOf = (code: string): 'row' | 'cell' | null => (Object.hasOwn(catalogue, code) ? ((catalogue[code as IssueCode] as Kind).costs ?? null) : null);

const quoted = (text: string) => `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');

/** What `column` names: in the settings no file has columns, and some issues are about a whole table. */
const nounOf = ({ file, code }: Issue): string => (file === 'settings.yaml' ? 'setting' : code === 'table-ends' ? 'table' : 'column');

/** What to do about an issue, from the advice of its kind in any language: a line for the settings names the file itself. */
export function adviceOn({ file }: Pick<Issue, 'file'>, advice: string): string {
  return advice.replaceAll('files: FILE', () => `files: ${JSON.stringify(file)}`);
}

/** As `issueText`, in another language, into which `said` puts each piece of it. */
export function issueTextIn(found: Issue, said: (english: string) => string): string {
  const { wrong, done, advice } = catalogue[found.code];
  const where = [
    found.file,
    found.line === null ? '' : `${said('line')} ${found.line}`,
    found.column === '' ? '' : `${said(nounOf(found))} ${quoted(found.column)}`,
    found.text === '' ? '' : quoted(found.text),
  ].filter((part) => part !== '');
  const detail = found.detail === '' ? '' : ` (${found.detail})`;
  return `${where.join(': ')}${where.length > 0 ? ': ' : ''}${said(wrong)}${detail}; ${said(done)}; ${adviceOn(found, said(advice))}`;
}

/** `file: line N: column "C": "text": what is wrong; what was done; what to do`, on one line. */
export const issueText = (found: Issue): string => issueTextIn(found, (english) => english);
