import { useState } from 'react';
import { Field } from '@/shared/ui/controls';

/** The address of something on the shop's own network; kept when the field is left or Enter is pressed. */
export function AddressField({
  label,
  value,
  keep,
}: {
  label: string;
  value: string;
  keep: (address: string) => void;
}) {
  const [address, setAddress] = useState(value);
  const done = () => keep(address.trim().replace(/\/+$/, ''));
  return (
    <Field
      label={label}
      type="url"
      inputMode="url"
      value={address}
      onChange={(event) => setAddress(event.target.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done();
      }}
    />
  );
}
