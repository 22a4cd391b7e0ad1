/** How the tool of the measured file writes a time. */
const TIMES = '%-m/%-d/%Y %-H:%M:%S';

/** DuckDB over the same file: read with its types, and tickets and median first response by client and week. Gives the groups. */
export async function duck(path: string): Promise<number> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const found = await connection.runAndReadAll(
    `SELECT company_name, date_trunc('week', Date_Entered_UTC) AS week, count(*) AS tickets, median(Date_Responded_UTC - Date_Entered_UTC) AS response
     FROM read_csv(?, header = true, timestampformat = '${TIMES}') GROUP BY ALL`,
    [path],
  );
  return found.currentRowCount;
}
