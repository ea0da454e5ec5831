/** A language model, handed in: what it is called, and what it says to messages. */
export interface LanguageModel {
  readonly name: string;
  /** Rejects when it has no usable answer, or when the signal is aborted. */
  complete(
    messages: readonly { role: 'system' | 'user'; content: string }[],
    signal: AbortSignal,
  ): Promise<string>;
}
