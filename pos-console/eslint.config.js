import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const features = ['audit', 'home', 'manager', 'shift', 'signin', 'till'];

/** Forbids imports of the given layers; a layer is named by its folder under src. */
function mayNotImport(layers, message) {
  return {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: layers.flatMap((layer) => [`@/${layer}`, `@/${layer}/**`, `**/${layer}/**`]), message },
        ],
      },
    ],
  };
}

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/shared/http/generated'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['src/domain/**'],
    rules: {
      ...mayNotImport(
        ['shared', 'offline', 'features', 'app', 'react', 'dexie'],
        'domain is plain TypeScript and stands on nothing else',
      ),
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'fetch',
        'localStorage',
        'indexedDB',
        'navigator',
      ],
    },
  },
  {
    files: ['src/shared/**'],
    rules: mayNotImport(['offline', 'features', 'app'], 'shared may use domain only'),
  },
  {
    files: ['src/offline/**'],
    rules: mayNotImport(['features', 'app'], 'offline may use domain and shared only'),
  },
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**`],
    rules: mayNotImport(
      ['app', ...features.filter((other) => other !== feature).map((other) => `features/${other}`)],
      'features never import each other, nor the app',
    ),
  })),
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        console: 'readonly',
        location: 'readonly',
        parent: 'readonly',
        process: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
