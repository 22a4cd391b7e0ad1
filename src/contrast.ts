/** The paper of pages in light and in dark, as the style sheet has it. */
export const PAPER = { light: '#fdfcfa', dark: '#15171a' } as const;

/** Least contrast of text with its ground. */
export const LEAST_CONTRAST = 4.5;

function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = channels.map((one) => (one <= 0.040_45 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours written #rrggbb, 1 to 21. Source: Web Content Accessibility Guidelines 2.2, "contrast ratio". */
export function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}
