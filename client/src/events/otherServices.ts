import { commands, Disposable, type Memento } from 'vscode';
import type { Services } from '../../../server/src/wire/protocol';
import type { ContextKeys } from '../contextKeys';
import type { EventsModel } from './model';

const remembered = 'workmailTrail.services';

/** What the tree showed when this workspace was last open. */
export function rememberedServices(memento: Memento): Services {
  return memento.get<Services>(remembered) === 'all' ? 'all' : 'workmail';
}

/** The commands that show and hide the events of other services, remembered for the workspace. */
export function registerOtherServices(model: EventsModel, keys: ContextKeys, memento: Memento): Disposable {
  const show = async (services: Services) => {
    model.show(services);
    keys.otherServicesShown.set(services === 'all');
    await memento.update(remembered, services);
  };
  keys.otherServicesShown.set(model.services === 'all');
  return Disposable.from(
    commands.registerCommand('workmailTrail.showOtherServices', () => show('all')),
    commands.registerCommand('workmailTrail.hideOtherServices', () => show('workmail')),
  );
}
