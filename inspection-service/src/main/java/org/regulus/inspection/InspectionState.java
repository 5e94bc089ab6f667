package org.regulus.inspection;

/** Where an inspection stands. A state has a method for each exit; an exit without a method does not exist. */
public sealed interface InspectionState {

    record Opened() implements InspectionState {
        Assigned assign() {
            return new Assigned();
        }

        Replaced fallOut() {
            return new Replaced();
        }
    }

    record Assigned() implements InspectionState {
        Scheduled schedule() {
            return new Scheduled();
        }

        Replaced fallOut() {
            return new Replaced();
        }
    }

    record Scheduled() implements InspectionState {
        Held hold() {
            return new Held();
        }

        Replaced fallOut() {
            return new Replaced();
        }
    }

    record Held() implements InspectionState {
        Concluded conclude() {
            return new Concluded();
        }
    }

    record Concluded() implements InspectionState {}

    /** Its case fell out of the draw, and the next ticket took the place. */
    record Replaced() implements InspectionState {}

    /** The state as it stands in the API and in the database. */
    default String word() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    static InspectionState of(String word) {
        return switch (word) {
            case "opened" -> new Opened();
            case "assigned" -> new Assigned();
            case "scheduled" -> new Scheduled();
            case "held" -> new Held();
            case "concluded" -> new Concluded();
            case "replaced" -> new Replaced();
            default -> throw new IllegalStateException("No such inspection state: " + word);
        };
    }
}
