import { named, phrase, say } from '../language/language.ts';

const NAMES: Readonly<Record<string, string>> = {
  phone: phrase`phone`,
  mail: phrase`mail`,
  portal: phrase`portal`,
  chat: phrase`chat`,
  'in-person': phrase`in-person`,
  unknown: phrase`unknown`,
};

const nameOf = (channel: string): string => named(NAMES, channel) ?? channel;

/** Channels one after the other: in-person, phone. */
export const channelsListed = (channels: readonly string[]): string => channels.map(nameOf).join(', ');

/** Channels to choose from: in-person or phone. */
export const anyChannel = (channels: readonly string[]): string => channels.map(nameOf).join(say` or `);
