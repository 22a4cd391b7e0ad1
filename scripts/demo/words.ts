/** What account managers wrote for their clients' pages, by file. */
export const managersWords: ReadonlyMap<string, string> = new Map([
  [
    'clients/ashdown.md',
    `## 2026 Q3

Thank you for ringing early about the X-ray viewers. Because you did, both surgeries were back before the afternoon list.

Next quarter we would like to show the night team how to reach us when the desk is closed. Ten minutes at a shift
change is enough.

Miriam Stokes

## 2026 Q2

A quiet quarter, and that is your staff's doing as much as ours. The new label printers are in at all four surgeries.
`,
  ],
  [
    'clients/calderbrook.md',
    `## 2026 Q3

You asked for one name to ring about the tenants' portal. It is Miriam, and her number is on every ticket now.

We still owe you a date for the second line at the Mill Lane office. You will have it at our next review.

Miriam Stokes

## 2026 Q2

The move of your mail went over one weekend, with eleven calls on the Monday. We had planned for forty.
`,
  ],
  [
    'clients/foxglove.md',
    `## 2026 Q3

This has not been good enough, and you have told us so plainly. Since May too many of your homes have waited for us and
then had to explain the same thing twice.

From September, two engineers look after your homes and nobody else's. I will ring each home manager every second
Friday, and bring you what they say.

Gareth Lowe
`,
  ],
]);
