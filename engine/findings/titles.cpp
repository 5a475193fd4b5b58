// The fixed words of findings. A status and a severity never share one, nor do they share one with a section of the report.
#include "engine/findings/message.h"

namespace hoagiai {

Words status_title(Status status) {
    switch (status) {
        case Status::pass:
            return {"đạt", "pass"};
        case Status::fail:
            return {"không đạt", "fail"};
        case Status::unknown:
            return {"chưa đủ căn cứ kết luận", "unknown"};
        case Status::not_applicable:
            return {"không áp dụng", "not applicable"};
        case Status::waived:
            return {"được miễn", "waived"};
    }
    return {};
}

Words severity_title(RuleSeverity severity) {
    switch (severity) {
        case RuleSeverity::critical:
            return {"rất nghiêm trọng", "critical"};
        case RuleSeverity::major:
            return {"nghiêm trọng", "major"};
        case RuleSeverity::minor:
            return {"nhẹ", "minor"};
        case RuleSeverity::info:
            return {"lưu ý", "info"};
    }
    return {};
}

}  // namespace hoagiai
