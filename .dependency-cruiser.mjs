// Walls between the rooms: who may import whom. `npm test` checks them (stage "walls").

/** What each room may import besides itself and packages. Tests may import everything and are not checked. */
const mayImport = {
  lib: [],
  gate: ['lib'],
  edit: ['gate', 'lib'],
  components: ['lib'],
  desk: ['components', 'edit', 'gate', 'lib', 'messages'],
  app: ['components', 'desk', 'edit', 'gate', 'lib', 'messages'],
  publish: ['lib'],
  commands: ['components', 'edit', 'gate', 'lib', 'publish'],
};

const rooms = Object.keys(mayImport).join('|');
const projectFolders = `${rooms}|content|deploy|messages|public|tests`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(mayImport).map(([room, others]) => ({
      name: `${room}-imports-only-${['itself', ...others].join('-')}`,
      severity: 'error',
      from: { path: `^${room}/` },
      to: { path: `^(${projectFolders})/`, pathNot: `^(${[room, ...others].join('|')})/` },
    })),
    {
      name: 'rooms-import-each-other-by-alias',
      severity: 'error',
      from: { path: `^(${rooms})/` },
      to: { path: `^(${rooms})/`, pathNot: '^$1/', dependencyTypesNot: ['aliased'] },
    },
    { name: 'no-circular-imports', severity: 'error', from: {}, to: { circular: true } },
    { name: 'imports-resolve', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    // The parser does not know `using` yet, which only tests use.
    exclude: { path: ['^([.]next|out)/', '[.](spec|test)[.]tsx?$'] },
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
