declare module 'jstat' {
  const jstat: {
    readonly normal: { inv(probability: number, mean: number, deviation: number): number };
    readonly studentt: { inv(probability: number, freedom: number): number };
    readonly chisquare: { inv(probability: number, freedom: number): number };
    readonly binomial: { cdf(hits: number, trials: number, probability: number): number };
    readonly beta: { inv(probability: number, alpha: number, beta: number): number };
  };
  export default jstat;
}
