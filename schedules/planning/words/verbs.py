"""The verbs of works, once: by the act each does, and whether people do it ("Kế toán nộp …") or only a title says it.

Two questions are asked of them: `acts.acts_of` asks what a title does, `people/deeds` where a sentence turns from who
to what is done. A verb that also opens names ("thi", "bổ sung") is known to titles alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verbs of one act, as alternatives of a pattern: those people are said to do, and those of titles alone."""

    done: str
    titled: str = ""

    @property
    def all(self) -> str:
        """Both, as alternatives."""
        return "|".join(filter(None, (self.done, self.titled)))


ADDED = r"bổ sung(?= (?!(?:đợt|lần|năm|cho|và|vào|theo|trước|trong|từ|ngày|đến|chậm|hạn|xong)\b)[^\W\d])"
"""“Bổ sung minh chứng” is done; “nộp hồ sơ bổ sung trước ngày …” only tells which."""

ACTS: Mapping[str, Verbs] = {
    "write": Verbs("viết|soạn|biên soạn|xây dựng|lập|ra đề|ban hành|dự thảo", "thiết kế|làm đề|làm báo cáo|làm hồ sơ"),
    "hand in": Verbs("nộp|sao gửi|gửi|báo cáo|trình|bàn giao"),
    "register": Verbs("đăng ký", "đăng kí|ghi danh"),
    "choose": Verbs("chọn|xét", "tuyển chọn|lựa chọn|bình chọn|bình xét|công nhận"),
    "approve": Verbs("phê duyệt|duyệt|thẩm định|nghiệm thu|góp ý|sơ duyệt|tổng duyệt", "ký duyệt"),
    "mark": Verbs("chấm|vào điểm", "lên điểm|nhập điểm|ghép phách"),
    "watch": Verbs("bốc thăm", "coi thi|coi kiểm tra|in sao|sao in|in ấn"),
    "publish": Verbs("công khai|niêm yết|công bố|thông báo|phổ biến|quán triệt|ban hành", "đăng tải"),
    "prepare": Verbs("chuẩn bị|phân công|kiện toàn|tập huấn|ôn tập|luyện tập|tập luyện|phát động", "thành lập"),
    "gather": Verbs(r"thu thập|thu(?!(?<=công tác thu),? (?:và )?chi\b)|tổng hợp|thống kê", "lưu trữ"),
    "review": Verbs("sơ kết|tổng kết|rút kinh nghiệm"),
    "check": Verbs("kiểm tra|rà soát|kiểm kê|kiểm đếm|kiểm dò|khảo sát|dự giờ|giám sát"),
    "mend": Verbs(f"mua|cập nhật|{ADDED}", "sửa chữa|khắc phục|cải tạo|mua sắm|bổ sung"),
    "award": Verbs("trao|khen thưởng|tuyên dương", "phát thưởng"),
    "hold": Verbs(
        "thao giảng|họp|giao ban",
        "hội thi|hội nghị|hội thảo|hội giảng|hội khỏe|hội diễn|kỳ thi|cuộc thi|thi|đại hội|ngày hội|giao lưu|lễ|"
        "tọa đàm",
    ),
}
OF_NO_ACT = (
    r"tổ chức|bồi dưỡng|hoàn thành|hoàn thiện|thực hiện|theo dõi|triển khai|nhập|ra quyết định|làm|hỗ trợ|"
    r"(?<!công )(?<!xác )(?<!ghi )(?<!chứng )nhận|"
    r"thường xuyên|lên|in|sửa|khám|đánh giá|đăng|tham mưu|xếp|hướng dẫn|giới thiệu|trang trí|tham dự|tham gia|đón|"
    r"cụ thể (?:hóa|hoá)|"
    r"thăm|tuyên truyền|vận động|quyết toán|cấp phát|bố trí|sắp xếp|trả|cử|đóng góp|đề xuất|tiến hành|điều tra|"
    r"(?<!giấy )xác nhận|mã hóa|số hóa|thông qua(?! (?:nhóm|zalo|mạng|đường|hình thức|việc|các)\b)|"
    r"lắp đặt|cài đặt|chốt|chỉ đạo|tiếp nhận|phối hợp|cân đo|thanh toán|ôn luyện|gỡ bỏ|gỡ|động viên|gặp mặt|đôn đốc|"
    r"thăm hỏi|tặng|lấy ý kiến|phát hành|(?<!hướng )dẫn|rút|khóa|khoá|mượn|dọn|chụp|treo|kê khai|khai báo|đối chiếu|"
    r"(?<!khách )mời|phun|khử khuẩn|thu gom|phân loại|đưa|bầu|kết nạp|nhắc nhở|nhắc|xử lý|giải quyết|duy trì|"
    r"tăng cường|ổn định|phát quà|mở (?:cổng|sổ|lớp|cửa)|trực (?:cổng|[Tt]ết|lễ|trường)|đón tiếp|kí|"
    r"kiểm thực|sao lưu|triệu tập|phát (?=tờ|quà|phiếu|sách|thẻ|giấy|bằng|đơn)|"
    r"cân đối|cân(?= (?:trẻ|cháu|bé|sức|lại))|(?<!rèn )(?<!huấn )(?<!ôn )(?<!tập )luyện|tải(?= (?:lên|về|xuống))|"
    r"cung cấp|quyên góp|sinh hoạt(?= (?:chuyên|cụm|dưới cờ|tập thể))|"
    r"tổng vệ sinh|vệ sinh (?!môi|cá|an)|trồng|vẽ|sơn (?:lại|sửa|tường|cổng)|lưu mẫu|quét vôi|"
    r"hợp đồng (?:sửa|mua|thuê|làm|với|lắp)"
)
"""What people do that sets no work apart from another: works are joined whether one says “triển khai” or not."""

DEEDS = "|".join((*(verbs.done for verbs in ACTS.values()), OF_NO_ACT))
"""Every verb that may stand behind who does it."""
