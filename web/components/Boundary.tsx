import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import classes from './Failure.module.css';

interface Props {
  /** What stopped, as a sentence. */
  what: string;
  children: ReactNode;
}

/** Catches what its children throw while they render: says so and lets them start again, instead of a blank page. */
export class Boundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(cause: unknown): { error: Error } {
    return { error: cause instanceof Error ? cause : new Error(String(cause)) };
  }

  private readonly retry = (): void => this.setState({ error: null });

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className={classes.failure} role="alert">
        <strong>{this.props.what}</strong>
        <p>This is a fault of the page, not of your data. What is stored is untouched.</p>
        <Button size="compact-sm" variant="default" onClick={this.retry}>
          Try again
        </Button>
        <details>
          <summary>Details</summary>
          <pre>{error.stack ?? error.message}</pre>
        </details>
      </div>
    );
  }
}
