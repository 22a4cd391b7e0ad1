/** The line below the rows that names the zone of their times, its first word in the user's language: `Zeitzone: Europe/Berlin`. */
export const zammadZone = /^[^:]+:\s*((?:[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+)|UTC)$/;
