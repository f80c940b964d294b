import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from './Button';

interface Props {
  /** As in `<input type="file" accept>`. */
  accept: string;
  onFile: (file: File) => void;
  children: ComponentChildren;
}

/** A button that lets the user choose one file. The same file can be chosen again. */
export function FileButton({ accept, onFile, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>{children}</Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
