import type { Format } from './format.ts';

/** OTRS' list of customer companies in Portuguese: the id that tickets carry, cut to 20 characters where it is long, and the name. */
export const otrsClients: Format = {
  id: 'otrs-clients',
  title: 'OTRS, client list',
  version: 1,
  needs: ['ID do Cliente', 'Nome'],
  knows: ['Estado', 'Municipio', 'Município'],
  gives: [{ table: 'clients', fields: { client: { from: 'ID do Cliente' }, name: { from: 'Nome' } } }],
};
