import { useMemo } from 'react';

/** Keys of a pane that has fields of its own: Escape leaves, everything else is the pane's. */
export function usePaneActions() {
  return useMemo(
    () => ({
      showKeys: () => undefined,
      confirmSearch: () => undefined,
      walkResults: () => true,
      leavePane: () => false,
    }),
    [],
  );
}
