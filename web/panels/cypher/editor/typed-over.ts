import { EditorView } from '@codemirror/view';

/**
 * Puts typed text in place of a selection by the editor's own state.
 * NOTE: left to Chromium, lines that become one are given their styles as an attribute, which the server's content policy refuses.
 */
export const typedOver = EditorView.domEventHandlers({
  beforeinput({ inputType, data, cancelable }, view) {
    const { state } = view;
    const { from, to, empty } = state.selection.main;
    if (inputType !== 'insertText' || data === null || !cancelable || empty || view.composing) return false;
    const insert = () =>
      state.update(state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
    const handlers = state.facet(EditorView.inputHandler);
    if (!handlers.some((handle) => handle(view, from, to, data, insert))) view.dispatch(insert());
    return true;
  },
});
