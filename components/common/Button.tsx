import type { ComponentChildren, JSX } from 'preact';
import './button.css';

interface Props extends Omit<JSX.HTMLAttributes<HTMLButtonElement>, 'label'> {
  children: ComponentChildren;
  /** `primary`: the one thing to do here; `quiet`: one of many; `danger`: takes something away. */
  look?: 'primary' | 'plain' | 'quiet' | 'danger';
  disabled?: boolean;
  type?: 'button' | 'submit';
}

/** A button with words on it that say what it does. */
export function Button({ look = 'plain', type = 'button', children, ...rest }: Props) {
  return (
    <button type={type} class={`button ${look}`} {...rest}>
      {children}
    </button>
  );
}

interface IconProps extends Omit<JSX.HTMLAttributes<HTMLButtonElement>, 'label' | 'icon'> {
  /** What the button does, read out and shown as its tooltip. */
  label: string;
  children: ComponentChildren;
}

/** A button with a picture on it, and its words in a tooltip. */
export function IconButton({ label, children, ...rest }: IconProps) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} {...rest}>
      {children}
    </button>
  );
}
